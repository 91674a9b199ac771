// Loaded before the page is drawn, so that nobody sees the wrong colours flash by.
(() => {
  const kept = localStorage.getItem('theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
})();
