// The entry of the panel. Styles that the library adds while it runs carry the nonce of this page, so that the content
// security policy can stay strict.
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import '../evidence/evidence.css'
import './panel.css'
import { App } from './App.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
const cache = createCache({ key: 'panel', nonce, prepend: true })
const router = createBrowserRouter([{ path: '*', element: <App /> }], { basename: '/admin' })

const place = document.getElementById('page')
if (place !== null) {
  createRoot(place).render(
    <CacheProvider value={cache}>
      <RouterProvider router={router} />
    </CacheProvider>,
  )
}
