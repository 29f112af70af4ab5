const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** A CSS color as rendered: red, green, blue and alpha, from 0 to 255. */
export function pixelOf(color: string): number[] {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}

/** Blends a color over an opaque one. */
const over = ([red, green, blue, alpha]: number[], below: number[]): number[] =>
  [red, green, blue].map((value, at) => (value * alpha + below[at] * (255 - alpha)) / 255);

function luminanceOf(pixel: number[]): number {
  const [red, green, blue] = pixel.map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The WCAG contrast ratio of a color, transparent or not, over an opaque one. */
export function contrast(color: string, background: string): number {
  const below = pixelOf(background);
  const [dark, light] = [over(pixelOf(color), below), below].map(luminanceOf).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
