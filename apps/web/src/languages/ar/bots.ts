import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: 'البوت',
  state: 'الحالة',
  made: 'تاريخ الإنشاء',
  make: 'إنشاء بوت',
  makeHint: 'البوت برنامج له اسم خاص به. لا كلمة مرور له، ولا يتكلم إلا بالرموز.',
  name: 'الاسم',
  nameMissing: 'الاسم مطلوب.',
  username: 'اسم المستخدم',
  usernameHint: 'تقود الإشارات إليه، ولا يتغيّر.',
  usernameInvalid: 'حروف لاتينية وأرقام ونقاط وشَرطات، 32 كحد أقصى.',
  usernameTaken: 'اسم المستخدم هذا مستعمل.',
  none: 'لا بوتات بعد',
  noneHint: 'أنشئ بوتًا لبرنامج يكتب هنا من تلقاء نفسه.',
  noTokens: 'ليس له رمز، فلا يستطيع فعل شيء.',
};
