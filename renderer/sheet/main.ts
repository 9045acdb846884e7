import type { Bridge } from '../domain/bridge';
import { loadLetters } from '../fonts';

/** What main writes into the address. */
interface Sheet {
  readonly heading: string;
  /** `media:` addresses of the pictures, small already, in their order. */
  readonly addresses: readonly string[];
}

/** The sheet of all pictures (`capture`). Main learns that it is drawn in the words of the display's own page. */
async function start(bridge: Pick<Bridge, 'painted'>): Promise<void> {
  const { heading, addresses }: Sheet = JSON.parse(decodeURIComponent(location.search.slice(1)));
  const title = document.createElement('h1');
  title.append(heading);
  const list = document.createElement('main');
  const figures = addresses.map(figure);
  list.append(...figures.map(({ element }) => element));
  document.body.append(title, list);
  await Promise.all([loadLetters(document.body.textContent ?? '', []), ...figures.map(({ picture }) => picture.decode())]);
  for (const { element, picture } of figures) element.style.setProperty('width', `${picture.naturalWidth}px`);
  bridge.painted({ revision: 0, slideId: null, pages: 1, paintedAt: Date.now(), troubles: [] });
}

function figure(address: string) {
  const element = document.createElement('figure');
  const picture = new Image();
  picture.src = address;
  const caption = document.createElement('figcaption');
  caption.append(decodeURIComponent(address.slice(address.lastIndexOf('/') + 1)).replace(/\.png$/, ''));
  element.append(picture, caption);
  return { element, picture };
}

void start(window.signage);
