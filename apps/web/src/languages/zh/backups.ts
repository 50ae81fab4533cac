import type { Dictionary } from '../../app/language/dictionary';

export const backups: Dictionary['backups'] = {
  made: '下达时间',
  state: '状态',
  states: {
    pending: '制作中',
    ready: '就绪',
    failed: '失败',
    missing: '文件已不在',
  },
  stateMeans: {
    pending: '正在后台制作，完成时此页面会告知。',
    ready: '它是完整的。由运行服务器的人在服务器上恢复；在这里谁也不能恢复。',
    failed: '没有留下任何内容。',
    missing: '它的文件已被移出文件夹，或大小与原来不同。',
  },
  size: '大小',
  protection: '保护',
  encrypted: '已加密',
  open: '未加密',
  openMeans:
    '能读取该文件夹的人就能读取全部内容。在服务器上设置 PARLEY_BACKUP_PASSPHRASE 后，之后的备份会加密。',
  by: '下达者',
  ended: '结束时间',
  label: '用途',
  file: '文件',
  hash: 'SHA-256 校验值',
  error: '失败原因',
  none: '这里还没有备份',
  noneHint:
    '备份存入服务器上 PARLEY_BACKUP_DIR 指定的文件夹；未指定时，存入其数据目录中的“backups”。',
  make: {
    name: '制作备份',
    title: '现在制作备份吗？',
    text: '所有消息和文件都会存入一个文件，包括你无权阅读的内容，以及让大家保持登录的密钥。它存入服务器上 PARLEY_BACKUP_DIR 指定的文件夹，或其数据目录中的“backups”。其间大家可以照常使用。',
    willEncrypt:
      '它会用服务器的 PARLEY_BACKUP_PASSPHRASE 加密。请把它另存他处：没有它，谁也读不了这个备份。',
    willBeOpen:
      '它不会加密：能读取该文件夹的人可读取全部内容。在服务器上设置 PARLEY_BACKUP_PASSPHRASE 即可加密。',
    replaced: '达到保留数量时，最旧的会被移除。',
    begun: '正在制作备份',
    underWay: '已有一个备份正在制作，请等待它完成。',
  },
  ends: { ready: '备份已就绪', failed: '备份失败' },
  remove: {
    name: '移除',
    title: (time) => `移除 ${time} 的备份？`,
    text: '它的文件会立即删除，此后无法再从中恢复任何内容。',
    done: '已移除',
  },
  changed: '它已不存在，或正在制作。',
};
