// The entry of the panel.
import { createRoot } from 'react-dom/client'
import { Panel } from './Panel.tsx'

const place = document.getElementById('page')
if (place !== null) createRoot(place).render(<Panel />)
