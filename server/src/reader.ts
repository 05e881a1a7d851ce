// The program of a reader process: reads the files that its parent names, inside its fences.
import { serveReads } from './isolate/isolate.ts'
import { readFile } from './reading/read.ts'

serveReads(readFile)
