// How does a test get a Word file? The least that Word's format asks for, around paragraphs with styles.
import { makeZip } from '../intake/make-zip.ts'

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const STYLES = ['Title', 'heading 1', 'heading 2'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)

/** Paragraphs as `[style, text]`; style is `Title`, `heading1`, `heading2` or empty. */
export function makeDocx(paragraphs: readonly (readonly [style: string, text: string])[]): Buffer {
  const body = paragraphs.map(([style, text]) => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`)
  return makeZip([
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: RELATIONS },
    { name: 'word/document.xml', data: wordXml('document', `<w:body>${body.join('')}</w:body>`) },
    { name: 'word/styles.xml', data: wordXml('styles', STYLES.join('')) },
    { name: 'word/_rels/document.xml.rels', data: RELATIONS.replace('officeDocument" Target="word/document.xml', 'styles" Target="styles.xml') },
  ])
}

function wordXml(root: string, inside: string): string {
  return `<?xml version="1.0"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${root}>`
}
