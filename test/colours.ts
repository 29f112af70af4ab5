const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** What a screen shows of a CSS colour: red, green, blue, and how opaque it is, from 0 to 255. */
export function pixelOf(colour: string): number[] {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}

/** One colour over another that is opaque. */
const over = ([red, green, blue, alpha]: number[], below: number[]): number[] =>
  [red, green, blue].map((value, at) => (value * alpha + below[at] * (255 - alpha)) / 255);

function luminanceOf(pixel: number[]): number {
  const [red, green, blue] = pixel.map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG’s contrast of a colour, transparent or not, over an opaque one. */
export function contrast(colour: string, background: string): number {
  const below = pixelOf(background);
  const [dark, light] = [over(pixelOf(colour), below), below].map(luminanceOf).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
