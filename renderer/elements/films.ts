const free: HTMLVideoElement[] = [];

/**
 * The display's film elements. Each is used again and again: elements that are made and thrown away leave their decoders behind
 * (electron/electron#18277). The stage has two films at most, so there are never more than two of them.
 */
export function takeFilm(): HTMLVideoElement {
  return free.pop() ?? newFilm();
}

/** Gives an element back; what it held of its film is let go of. */
export function returnFilm(film: HTMLVideoElement): void {
  film.pause();
  film.removeAttribute('src');
  film.load();
  free.push(film);
}

function newFilm(): HTMLVideoElement {
  const film = document.createElement('video');
  film.muted = true;
  film.playsInline = true;
  film.preload = 'auto';
  film.disablePictureInPicture = true;
  film.disableRemotePlayback = true;
  return film;
}
