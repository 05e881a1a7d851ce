// How are the pages built? Two entries: the search page at `/` and the panel at `/admin`. Nothing is inlined into
// the HTML, so that the server's content security policy needs no exception.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVICE = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react()],
  appType: 'mpa',
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { search: 'index.html', panel: 'admin/index.html' } },
  },
  server: { proxy: { '/api': SERVICE, '/signin': SERVICE } },
})
