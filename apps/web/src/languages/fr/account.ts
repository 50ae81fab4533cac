import type { Dictionary } from '../../app/language/dictionary';

export const account: Dictionary['account'] = {
  brand: 'Parley',
  titles: {
    signIn: 'Connexion · Parley',
    register: 'Créer un compte · Parley',
    reset: 'Choisir un mot de passe · Parley',
  },
  signIn: 'Se connecter',
  toWorkspace: (name) => `à l’espace de travail de ${name}`,
  login: 'E-mail ou nom d’utilisateur',
  password: 'Mot de passe',
  newHere: 'Première visite\u202f?',
  createAccount: 'Créer un compte',
  haveAccount: 'Vous avez déjà un compte\u202f?',
  name: 'Votre nom',
  nameHint: 'Tel que les autres le voient',
  username: 'Nom d’utilisateur',
  usernameHint: 'Pour les mentions, comme @ada',
  email: 'Adresse e-mail',
  passwordHint: 'Au moins 8 caractères',
  register: 'Créer le compte',
  registerIn: (name) => `dans l’espace de travail de ${name}`,
  working: 'Un instant…',
  newPassword: 'Nouveau mot de passe',
  savePassword: 'Enregistrer le mot de passe',
  passwordChanged:
    'Votre mot de passe est changé\u202f: connectez-vous avec le nouveau. Tous vos appareils sont déconnectés.',
  linkGone:
    'Ce lien ne fonctionne plus. Il sert une fois et pendant un jour\u202f: demandez-en un autre.',
  errors: {
    mismatch: 'Ce nom et ce mot de passe ne vont pas ensemble.',
    loginMissing: 'Saisissez votre e-mail ou votre nom d’utilisateur.',
    passwordMissing: 'Saisissez votre mot de passe.',
    nameMissing: 'Saisissez votre nom.',
    emailInvalid: 'Ce n’est pas une adresse e-mail.',
    usernameInvalid: 'Lettres, chiffres, point, tiret et tiret bas, 32 au plus.',
    passwordShort: 'Utilisez au moins 8 caractères.',
    passwordWeak: 'Ce mot de passe est trop facile à deviner.',
    emailTaken: 'Un compte existe déjà avec cet e-mail.',
    usernameTaken: 'Ce nom d’utilisateur est déjà pris.',
    byInvitation:
      'Les comptes se créent ici sur invitation\u202f: ouvrez le lien que vous avez reçu.',
    closed: 'Aucun compte ne se crée ici pour l’instant.',
  },
};
