/**
 * What is typed after the key that opens a field and before the field has the focus: fast fingers
 * are quicker than a dialog. Nothing of it reaches what had the focus before.
 */
export class TypedAhead {
  private text = '';

  constructor() {
    document.addEventListener('keydown', this.keep, { capture: true });
  }

  /** The text so far; from now on keys go where they went before. Later calls return ''. */
  take(): string {
    document.removeEventListener('keydown', this.keep, { capture: true });
    const { text } = this;
    this.text = '';
    return text;
  }

  private readonly keep = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) this.text += event.key;
    else if (event.key === 'Backspace') this.text = this.text.slice(0, -1);
    // Enter chooses nothing yet, and it must not send what stands in the composer.
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  };
}
