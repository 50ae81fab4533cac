import { closeSmall, showInSmall } from './small-window';

/** A picture that answers so to who wants a window for it. */
function aPicture(answer: () => Promise<unknown>) {
  const requestPictureInPicture = jest.fn(answer);
  const picture = Object.assign(document.createElement('video'), { requestPictureInPicture });
  return { picture, requestPictureInPicture };
}

describe('a small window', () => {
  const exitPictureInPicture = jest.fn(() => Promise.resolve());

  beforeEach(() => exitPictureInPicture.mockClear());
  afterEach(() => {
    for (const name of ['pictureInPictureElement', 'exitPictureInPicture'])
      Reflect.deleteProperty(document, name);
  });

  it('is opened for the picture, and for none where there is none', async () => {
    const { picture, requestPictureInPicture } = aPicture(() => Promise.resolve());
    await showInSmall(picture);
    await showInSmall(null);
    expect(requestPictureInPicture).toHaveBeenCalledTimes(1);
  });

  it('is not missed where the browser has no frame to show yet, and a bug is', async () => {
    const refused = aPicture(() => Promise.reject(new DOMException('', 'InvalidStateError')));
    await expect(showInSmall(refused.picture)).resolves.toBeUndefined();
    const broken = aPicture(() => Promise.reject(new TypeError('a bug')));
    await expect(showInSmall(broken.picture)).rejects.toThrow('a bug');
  });

  it('closes with the stage that its picture is of, and not with another', () => {
    const [stage, other] = [document.createElement('div'), document.createElement('div')];
    const pictureInPictureElement = stage.appendChild(document.createElement('video'));
    Object.assign(document, { pictureInPictureElement, exitPictureInPicture });
    closeSmall(other);
    expect(exitPictureInPicture).not.toHaveBeenCalled();
    closeSmall(stage);
    expect(exitPictureInPicture).toHaveBeenCalledTimes(1);
  });
});
