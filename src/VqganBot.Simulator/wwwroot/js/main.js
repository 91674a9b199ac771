import { Connection } from './connection.js';
import { Store } from './store.js';
import { Drawers } from './channel/drawers.js';
import { Header } from './channel/header.js';
import { Members } from './channel/members.js';
import { Notice } from './channel/notice.js';
import { Sidebar } from './channel/sidebar.js';
import { Languages, Users } from './channel/users.js';
import { Composer } from './composer/composer.js';
import { DeveloperTools } from './developer/tools.js';
import { MessageActions } from './messages/actions.js';
import { MessageList } from './messages/list.js';
import { Modals } from './messages/modals.js';
import { Welcome } from './messages/welcome.js';
import { announce } from './ui/live.js';
import { setClock, setTimeLocale, startTicking } from './ui/time.js';

const store = new Store();
const firstLanguage = () => Languages.find(([code]) => navigator.language.startsWith(code.slice(0, 2)))?.[0] ?? 'en-US';
store.locale = localStorage.getItem('language') ?? firstLanguage();
setTimeLocale(store.locale);

// Who one is belongs to the tab, so that two tabs can be two people.
const hello = () => ({ op: 'be', user: sessionStorage.getItem('user') ?? undefined, locale: store.locale, channel: store.channel ?? sessionStorage.getItem('channel') ?? undefined });
const connection = new Connection(hello);
const drawers = new Drawers();
const modals = new Modals(connection);

let composer = null;
let list = null;
const actions = new MessageActions(store, connection, { modals, composer: () => composer, list: () => list });
const users = new Users(store, { become, speak, drawers });
new Sidebar(store, drawers);
new Header(store, drawers);
new Members(store);
new Notice(store, connection);
new Welcome(store, () => composer);
list = new MessageList(store, actions);
composer = new Composer(store, connection, { modals, openUsers: at => users.open(at) });
new DeveloperTools(connection, drawers);

store.addEventListener('channel', () => {
  sessionStorage.setItem('channel', store.channel);
  connection.send({ op: 'open', channel: store.channel });
});

connection.addEventListener('news', ({ detail: news }) => {
  // What happens before the world is there is part of it.
  if (!store.guild && news.op !== 'world') return;
  switch (news.op) {
    case 'world':
      setClock(news.now);
      sessionStorage.setItem('user', news.you);
      store.load(news);
      document.body.classList.add('ready');
      break;
    case 'message': store.put(news.message); break;
    case 'gone': store.remove(news.channel, news.message); break;
    case 'commands': store.setCommands(news); break;
    case 'bot': store.setBot({ ...store.bot, ...news.bot }); break;
    case 'clock': setClock(news.now); break;
  }
});

function become(user) {
  sessionStorage.setItem('user', user);
  connection.send(hello());
  drawers.close();
  announce(`You are now ${store.nameOf(store.member(user).user)}.`);
}

function speak(locale) {
  localStorage.setItem('language', locale);
  setTimeLocale(locale);
  store.speak(locale);
  connection.send(hello());
}

startTicking();
connection.start();
