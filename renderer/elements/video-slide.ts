import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { returnFilm, takeFilm } from './films';
import { MediaSlide } from './media-slide';
import { tellUnshowable } from './unshowable';

/** A film that has stood still for so long will not go on. */
const STALL_MS = 3_000;

/**
 * A film without its sound. Before its turn it stands ready on its first picture; with `plays` it runs from there to its end, where
 * its last picture stays, or over and over when nothing else follows. One that fails or stalls on the way is told of, and its last
 * picture stays until the next slide comes.
 */
@customElement('video-slide')
export class VideoSlide extends MediaSlide<'video'> {
  /** Its turn has come. */
  @property({ type: Boolean }) plays = false;

  private film: HTMLVideoElement | null = null;
  private listening = new AbortController();
  private firstPicture = 0;
  private stopWatching = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    const film = takeFilm();
    this.film = film;
    this.listening = new AbortController();
    const { signal } = this.listening;
    film.addEventListener('timeupdate', () => this.watch(), { signal });
    film.addEventListener('pause', () => this.goOn(), { signal });
    film.addEventListener('error', () => this.fail(), { signal });
    this.requestUpdate('film');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
    this.stopWatching();
    if (this.film === null) return;
    this.film.cancelVideoFrameCallback(this.firstPicture);
    returnFilm(this.film);
    this.film = null;
  }

  override render() {
    return this.sheetWith(this.film);
  }

  protected override updated(changed: PropertyValues): void {
    const { film } = this;
    if (film === null) return;
    const { picture, loops } = this.slide.body;
    // One that loops has never ended, as elements have it.
    const hasEnded = film.ended;
    film.ariaLabel = this.slide.title.main;
    film.loop = loops;
    if (changed.has('film')) this.load(film, picture.address);
    if (this.plays && (changed.has('film') || changed.has('plays') || (loops && hasEnded))) this.play(film);
  }

  private load(film: HTMLVideoElement, address: string): void {
    film.src = address;
    // Not `loadeddata`: a picture that is decoded is drawn some frames later, for films have a way to the glass of their own.
    this.firstPicture = film.requestVideoFrameCallback(() => {
      requestAnimationFrame(() => requestAnimationFrame(() => this.tellReady()));
    });
  }

  private play(film: HTMLVideoElement): void {
    this.watch();
    // A film that was taken away in the meantime is no longer ours; one that can't be played says so by itself.
    film.play().catch(() => {});
  }

  /** Nobody here stops a film: a media key did, or the browser to save power. */
  private goOn(): void {
    if (this.film !== null && this.plays && !this.film.ended) this.play(this.film);
  }

  private watch(): void {
    this.stopWatching();
    if (!this.plays || this.film?.ended) return;
    const timer = setTimeout(() => this.fail(), STALL_MS);
    this.stopWatching = () => clearTimeout(timer);
  }

  private fail(): void {
    this.stopWatching();
    tellUnshowable(this, this.slide.body.picture.address);
  }
}
