/** What voices are recorded as, the best first: what browsers share, then what Safari has. */
const types = ['audio/webm;codecs=opus', 'audio/mp4'] as const;

/** Undefined: this browser names none of them, and chooses by itself. */
export function soundType(): string | undefined {
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}

/** As a file of this type is named: `voice-2026-03-02-1205.webm`. */
export function voiceName(type: string, at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `voice-${day}-${two(at.getHours())}${two(at.getMinutes())}.${endingOf(type)}`;
}

function endingOf(type: string): string {
  if (type.startsWith('audio/mp4')) return 'm4a';
  return type.startsWith('audio/ogg') ? 'ogg' : 'webm';
}
