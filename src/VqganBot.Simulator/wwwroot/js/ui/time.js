let skew = 0;
let locale = 'en';

/** The simulator's clock can be moved: times are told by it, not by this machine's. */
export function setClock(now) { skew = now === undefined ? 0 : Date.parse(now) - Date.now(); }

export function setTimeLocale(value) { locale = value; }

export const clockNow = () => Date.now() + skew;

const format = (date, options) => new Intl.DateTimeFormat(locale, options).format(date);

export const shortTime = date => format(date, { hour: '2-digit', minute: '2-digit' });

export const longDay = date => format(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const fullTime = date => format(date, { dateStyle: 'full', timeStyle: 'short' });

const dayOf = time => new Date(time).toDateString();

export const sameDay = (a, b) => dayOf(a) === dayOf(b);

/** "Today at 12:30", as beside an author's name. */
export function messageTime(date) {
  if (sameDay(date, clockNow())) return shortTime(date);
  return format(date, { dateStyle: 'short', timeStyle: 'short' });
}

const Units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

export function relative(seconds) {
  const [unit, size] = Units.find(([, length]) => Math.abs(seconds) >= length) ?? Units.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

const Styles = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
};

/** Text of &lt;t:seconds:style&gt;. */
export function stamp(seconds, style) {
  return style === 'R' ? relative(seconds - clockNow() / 1000) : format(seconds * 1000, Styles[style] ?? Styles.f);
}

/** Relative times tick by themselves, all on one timer. */
export function startTicking() {
  setInterval(() => {
    for (const element of document.querySelectorAll('time[data-ticks]')) {
      const text = stamp(Number(element.dataset.ticks), 'R');
      if (element.textContent !== text) element.textContent = text;
    }
  }, 1000);
}
