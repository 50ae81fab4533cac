import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: 'Du bist abgemeldet. Melde dich wieder an.',
    token_expired: 'Du bist abgemeldet. Melde dich wieder an.',
    forbidden: 'Das darfst du hier nicht.',
    insecure_transport:
      'Anmelden geht nur über HTTPS. Öffne die Adresse, die mit https:// beginnt.',
    not_member: 'Du bist nicht in diesem Chat.',
    blocked: 'Eine Seite hat die andere blockiert.',
    muted: 'Die Moderation lässt dich eine Zeit lang nicht schreiben.',
    not_found: 'Das gibt es nicht oder nicht mehr.',
    gone: 'Das ist nicht mehr da.',
    conflict: 'Das ist schon vergeben.',
    edit_window_closed: 'Zum Bearbeiten ist es zu spät.',
    delete_window_closed: 'Zum Löschen für alle ist es zu spät.',
    precondition_failed: 'Es wurde inzwischen auf einem anderen Gerät geändert.',
    idempotency_conflict: 'Das wurde schon mit anderem Text gesendet.',
    payload_too_large: 'Das ist zu groß.',
    unsupported_media_type: 'Diese Art von Datei wird nicht angenommen.',
    malware_found: 'Der Virenscanner weist diese Datei zurück.',
    quota_exceeded: 'Für deine Dateien ist kein Platz mehr.',
    storage_full: 'Für Dateien ist kein Platz mehr.',
    file_lost: 'Der Browser hat diese Datei nicht mehr. Wähle sie noch einmal aus.',
    validation_failed: 'So wird das nicht angenommen.',
    service_unavailable: 'Ein Teil des Systems fehlt gerade. Versuch es gleich noch einmal.',
    draining: 'Der Server startet neu. Versuch es gleich noch einmal.',
  },
  other: 'Bei uns ist etwas schiefgegangen. Versuch es noch einmal.',
  offline: 'Keine Verbindung zum Server. Versuch es noch einmal.',
  notLoaded: 'Das wurde nicht geladen. Prüf die Verbindung, oder lade die Seite neu.',
  parts: {
    auth: 'An- und Abmelden',
    users: 'Profile und Personensuche',
    access: 'Chats',
    chats: 'Chatliste',
    members: 'Mitgliederliste',
    invites: 'Einladungen',
    reads: 'Lesestand',
    messages: 'Nachrichten',
    files: 'Dateien',
    storage: 'Dateien',
    scanner: 'Dateien',
  },
  away: (part) =>
    `${part}: gerade nicht verfügbar. Alles andere geht; versuch es gleich noch einmal.`,
  wait: (seconds) =>
    count(seconds, {
      one: 'Zu viele Versuche. Warte # Sekunde.',
      other: 'Zu viele Versuche. Warte # Sekunden.',
    }),
};
