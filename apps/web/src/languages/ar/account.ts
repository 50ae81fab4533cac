import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

export const account: Dictionary['account'] = {
  brand: 'Parley',
  titles: {
    signIn: 'تسجيل الدخول · Parley',
    register: 'إنشاء حساب · Parley',
    reset: 'اختيار كلمة مرور · Parley',
  },
  signIn: 'تسجيل الدخول',
  toWorkspace: (name) => `إلى مساحة عمل ${isolate(name)}`,
  login: 'البريد الإلكتروني أو اسم المستخدم',
  password: 'كلمة المرور',
  newHere: 'أول مرة هنا؟',
  createAccount: 'إنشاء حساب',
  haveAccount: 'لديك حساب بالفعل؟',
  name: 'اسمك',
  nameHint: 'كما يراه الآخرون',
  username: 'اسم المستخدم',
  usernameHint: `للإشارات، مثل ${isolate('@ada')}`,
  email: 'البريد الإلكتروني',
  passwordHint: '8 أحرف على الأقل',
  register: 'إنشاء الحساب',
  registerIn: (name) => `في مساحة عمل ${isolate(name)}`,
  working: 'لحظة من فضلك…',
  newPassword: 'كلمة المرور الجديدة',
  savePassword: 'حفظ كلمة المرور',
  passwordChanged:
    'تم تغيير كلمة المرور ويمكن الآن تسجيل الدخول بها؛ تم تسجيل الخروج من كل الأجهزة.',
  linkGone: 'لم يعد هذا الرابط صالحًا. يصلح مرة واحدة ولمدة يوم: يلزم طلب رابط جديد.',
  errors: {
    mismatch: 'الاسم وكلمة المرور غير متطابقين.',
    loginMissing: 'البريد الإلكتروني أو اسم المستخدم مطلوب.',
    passwordMissing: 'كلمة المرور مطلوبة.',
    nameMissing: 'الاسم مطلوب.',
    emailInvalid: 'هذا ليس عنوان بريد إلكتروني.',
    usernameInvalid: 'حروف وأرقام ونقطة وشَرطة وشَرطة سفلية، 32 كحد أقصى.',
    passwordShort: 'يلزم 8 أحرف على الأقل.',
    passwordWeak: 'كلمة المرور هذه سهلة التخمين.',
    emailTaken: 'يوجد حساب بهذا البريد بالفعل.',
    usernameTaken: 'اسم المستخدم هذا محجوز.',
  },
};
