const Loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Files lie on the simulator, under whatever loopback name it told the bot; this page asks for them by the name it has itself. */
export function fileAddress(url) {
  const address = new URL(url, document.baseURI);
  return Loopback.test(address.hostname) && address.port === location.port ? address.pathname + address.search : address.href;
}

/** Links go to the web only, never to scripts. */
export function webAddress(url) {
  try {
    const address = new URL(url);
    return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : null;
  } catch {
    return null;
  }
}
