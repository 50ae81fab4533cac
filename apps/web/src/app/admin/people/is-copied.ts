/** Whether a text is in the clipboard now. */
export async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // NotAllowedError, or no clipboard on an insecure page.
    return false;
  }
}
