let timer;

/** Says something to who does not see the page. */
export function announce(text) {
  const region = document.getElementById('live');
  region.textContent = '';
  clearTimeout(timer);
  timer = setTimeout(() => { region.textContent = text; }, 60);
}
