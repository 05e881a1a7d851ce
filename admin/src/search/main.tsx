// The entry of the search page.
import '../evidence/evidence.css'
import './search.css'
import './reader.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { beginPlaces } from './frame/place.ts'

const place = document.getElementById('page')
beginPlaces()
if (place !== null) createRoot(place).render(<App />)
