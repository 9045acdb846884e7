import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { MediaSlide } from './media-slide';
import { spokenWords } from './phrase-text';
import { tellUnshowable } from './unshowable';

/**
 * A picture, drawn only once it is decoded: neither half a picture nor the sign of a broken one is ever seen. A GIF that moves does
 * so by itself; nothing else on the display is never at rest. A document's page says in its corner which it is.
 */
@customElement('picture-slide')
export class PictureSlide extends MediaSlide<'picture'> {
  @query('img') private readonly image!: HTMLImageElement;
  @state() private isDecoded = false;

  override render() {
    const { picture } = this.slide.body;
    // Decoded with the frame that shows it: otherwise Chromium draws large pictures a frame late.
    return this.sheetWith(
      html`<img src=${picture.address} alt=${spokenWords(this.slide.title)} decoding="sync" ?hidden=${!this.isDecoded} />`,
    );
  }

  protected override firstUpdated(): void {
    const { address } = this.slide.body.picture;
    this.image.decode().then(
      async () => {
        this.isDecoded = true;
        await this.updateComplete;
        this.tellReady();
      },
      () => tellUnshowable(this, address),
    );
  }
}
