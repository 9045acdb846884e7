/** What a look at the sheet may ask for. */
const CHOICES = {
  size: ['1920×1080', '1280×720', '3840×2160', '1080×1920'],
  theme: ['light', 'contrast', 'evening'],
  /** A fifth of the size on the desk is the TV at 5 metres. */
  scale: ['1/4', '1/5', '1/2', '1'],
} as const;

type Choice = keyof typeof CHOICES;

/** All scenes on one page, each a real page of the chosen size made small; a click opens it alone. */
export function showSheet(names: readonly string[]): void {
  document.body.className = 'sheet';
  const bar = document.createElement('form');
  const list = document.createElement('div');
  list.className = 'scenes';
  const selects = Object.entries(CHOICES).map(([name, options]) => select(name as Choice, options));
  bar.append(...selects);
  document.body.append(bar, list);
  const pictures = names.map(framed);
  list.append(...pictures.map(({ link }) => link));
  const draw = () => {
    const [size = '', theme = '', scale = ''] = selects.map((each) => each.value);
    for (const { show } of pictures) show(size, theme, scale);
  };
  bar.addEventListener('change', draw);
  draw();
}

function select(name: Choice, options: readonly string[]): HTMLSelectElement {
  const element = document.createElement('select');
  element.name = name;
  element.ariaLabel = name;
  element.append(...options.map((option) => new Option(option)));
  return element;
}

/** A page of its own for a scene, and the way to show it otherwise; only the part behind `#` changes, so nothing is loaded again. */
function framed(name: string): { readonly link: HTMLElement; show(size: string, theme: string, scale: string): void } {
  const link = document.createElement('a');
  link.target = '_blank';
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.loading = 'lazy';
  const room = document.createElement('span');
  room.className = 'room';
  room.append(frame);
  link.append(name, room);
  const show = (size: string, theme: string, scale: string) => {
    const [width = 0, height = 0] = size.split('×').map(Number);
    const [over = 1, under = 1] = scale.split('/').map(Number);
    const factor = over / under;
    link.href = `#${name}/${theme}`;
    frame.src = link.href;
    frame.width = String(width);
    frame.height = String(height);
    frame.style.setProperty('transform', `scale(${factor})`);
    room.style.setProperty('width', `${width * factor}px`);
    room.style.setProperty('height', `${height * factor}px`);
  };
  return { link, show };
}
