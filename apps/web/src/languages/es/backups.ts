import type { Dictionary } from '../../app/language/dictionary';

export const backups: Dictionary['backups'] = {
  made: 'Pedida',
  state: 'Estado',
  states: {
    pending: 'En curso',
    ready: 'Lista',
    failed: 'Fallida',
    missing: 'Falta el archivo',
  },
  stateMeans: {
    pending: 'Se hace en segundo plano, y esta página dice cuándo está lista.',
    ready:
      'Está completa. Quien lleva el servidor la restaura allí; desde aquí nadie puede hacerlo.',
    failed: 'No queda nada de ella.',
    missing: 'Su archivo se sacó de la carpeta, o ya no mide lo que medía.',
  },
  size: 'Tamaño',
  protection: 'Protección',
  encrypted: 'Cifrada',
  open: 'Sin cifrar',
  openMeans:
    'Quien lee la carpeta la lee entera. Las siguientes se cifran si PARLEY_BACKUP_PASSPHRASE está definida en el servidor.',
  by: 'Pedida por',
  ended: 'Terminada',
  label: 'Para qué es',
  file: 'Archivo',
  hash: 'Suma (SHA-256)',
  error: 'Por qué falló',
  none: 'Aún no se ha hecho ninguna copia aquí',
  noneHint:
    'Van a la carpeta del servidor que indica PARLEY_BACKUP_DIR; si no indica ninguna, a «backups» en su directorio de datos.',
  make: {
    name: 'Hacer una copia',
    title: '¿Hacer una copia de seguridad ahora?',
    text: 'Todos los mensajes y archivos van a un solo archivo, también los que no puedes leer, y las claves que mantienen abierta la sesión de cada persona. Va a la carpeta del servidor que indica PARLEY_BACKUP_DIR, o a «backups» en su directorio de datos. Mientras tanto, todo el mundo sigue.',
    willEncrypt:
      'Se cifrará con la PARLEY_BACKUP_PASSPHRASE del servidor. Guárdala en otro sitio: sin ella nadie lee la copia.',
    willBeOpen:
      'No se cifrará: quien lea la carpeta lo lee todo. Define PARLEY_BACKUP_PASSPHRASE en el servidor para que se cifre.',
    replaced: 'La más antigua se va cuando se guardan tantas como se puede.',
    begun: 'Se está haciendo una copia',
    underWay: 'Ya se está haciendo una. Espera a que termine.',
  },
  ends: { ready: 'La copia de seguridad está lista', failed: 'La copia de seguridad ha fallado' },
  remove: {
    name: 'Quitar',
    title: (time) => `¿Quitar la copia de seguridad de ${time}?`,
    text: 'Su archivo se borra enseguida, y ya no se puede restaurar nada de ella.',
    done: 'Quitada',
  },
  changed: 'Ya no está, o se está haciendo.',
};
