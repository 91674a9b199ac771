import { h } from '../ui/dom.js';
import { markdown } from './markdown.js';
import { fileAddress, webAddress } from './address.js';

/** A card of a message; a picture it names as attachment:// is looked up among the message's files. */
export function embed(card, attachments, context) {
  const edge = card.color === undefined || card.color === null ? null : `#${card.color.toString(16).padStart(6, '0')}`;
  const link = card.url && webAddress(card.url);
  return h('article.embed', { vars: edge ? { '--edge': edge } : {} },
    card.title && h('div.title', null, link ? h('a', { href: link, target: '_blank', rel: 'noreferrer noopener' }, card.title) : markdown(card.title, context)),
    card.description && h('div.content', null, markdown(card.description, context)),
    card.fields?.length && h('dl.fields', null, card.fields.map(field => h(`div.field${field.inline ? '.inline' : ''}`, null,
      h('dt', null, markdown(field.name, context)), h('dd.content', null, markdown(field.value, context))))),
    card.image && picture(card.image.url, attachments),
    card.footer && h('footer', null, card.footer.text));
}

function picture(url, attachments) {
  const file = url.startsWith('attachment://') ? attachments.find(attachment => attachment.filename === url.slice('attachment://'.length)) : null;
  const address = file?.url ?? webAddress(url);
  return address && h('img', { src: fileAddress(address), alt: file?.description ?? '', loading: 'lazy' });
}
