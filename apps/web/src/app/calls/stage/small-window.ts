/** In a window over all others; where the browser does not want, it stays in its place. */
export async function showInSmall(picture: HTMLVideoElement | null): Promise<void> {
  try {
    await picture?.requestPictureInPicture();
  } catch (error) {
    // InvalidStateError, NotAllowedError: no frame has come yet, or the click was too long ago.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** No picture of `stage` has a window of its own any more. */
export function closeSmall(stage: HTMLElement): void {
  const { pictureInPictureElement: small } = document;
  if (small && stage.contains(small)) void document.exitPictureInPicture();
}
