import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: 'Tu sesión se cerró. Inicia sesión de nuevo.',
    token_expired: 'Tu sesión se cerró. Inicia sesión de nuevo.',
    forbidden: 'No puedes hacer esto aquí.',
    insecure_transport:
      'Solo se puede iniciar sesión por HTTPS. Abre la dirección que empieza por https://.',
    not_member: 'No participas en este chat.',
    blocked: 'Una de las dos personas bloqueó a la otra.',
    muted: 'La moderación no te deja escribir por un tiempo.',
    not_found: 'Esto no existe o ya no está.',
    gone: 'Esto ya no está aquí.',
    conflict: 'Esto ya está ocupado.',
    edit_window_closed: 'Es tarde para editarlo.',
    delete_window_closed: 'Es tarde para eliminarlo para todos.',
    precondition_failed: 'Mientras tanto se cambió en otro dispositivo.',
    idempotency_conflict: 'Esto ya se envió con otro texto.',
    payload_too_large: 'Es demasiado grande.',
    unsupported_media_type: 'Este tipo de archivo no se acepta.',
    malware_found: 'El antivirus rechaza este archivo.',
    quota_exceeded: 'No queda espacio para tus archivos.',
    storage_full: 'No queda espacio para archivos.',
    file_lost: 'El navegador ya no tiene este archivo. Vuelve a elegirlo.',
    validation_failed: 'Así no se acepta.',
    service_unavailable: 'Una parte del sistema no responde. Inténtalo en un momento.',
    draining: 'El servidor se está reiniciando. Inténtalo en un momento.',
  },
  other: 'Algo salió mal de nuestro lado. Inténtalo de nuevo.',
  offline: 'Sin conexión con el servidor. Inténtalo de nuevo.',
  notLoaded: 'No se ha podido cargar. Comprueba la conexión o recarga la página.',
  parts: {
    auth: 'Inicio y cierre de sesión',
    users: 'Perfiles y búsqueda de personas',
    access: 'Chats',
    chats: 'Lista de chats',
    members: 'Lista de miembros',
    invites: 'Invitaciones',
    reads: 'Estado de lectura',
    messages: 'Mensajes',
    files: 'Archivos',
    storage: 'Archivos',
    scanner: 'Archivos',
  },
  away: (part) => `${part}: no disponible por ahora. Lo demás funciona; inténtalo en un momento.`,
  wait: (seconds) =>
    count(seconds, {
      one: 'Demasiados intentos. Espera # segundo.',
      many: 'Demasiados intentos. Espera # de segundos.',
      other: 'Demasiados intentos. Espera # segundos.',
    }),
};
