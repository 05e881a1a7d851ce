// Which theme was chosen? Known before the first paint, so that nobody who reads in the dark sees a white flash.
// A file of its own and no module: the content security policy forbids inline scripts, and modules run too late.
try {
  const theme = localStorage.getItem('copydesk:theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch {
  // Storage is forbidden here: the system's theme holds.
}
