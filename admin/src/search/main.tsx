// The entry of the search page.
import { createRoot } from 'react-dom/client'
import { SearchPage } from './SearchPage.tsx'

const place = document.getElementById('page')
if (place !== null) createRoot(place).render(<SearchPage />)
