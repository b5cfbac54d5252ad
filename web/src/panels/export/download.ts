// Hands a file to the browser; nothing leaves this machine.
function offer(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const download = (name: string, type: string, text: string): void =>
  offer(name, new Blob([text], { type: `${type};charset=utf-8` }));

const SCALE = 2;

/** An SVG drawn at twice its size. */
export async function downloadPicture(name: string, svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) offer(name, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
