/** A picture as it is to be drawn. `address` is a `media:` address; `width` and `height` are points, after any rotation the file asks for. */
export interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}
