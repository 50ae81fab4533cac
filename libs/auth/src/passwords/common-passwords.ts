/**
 * The passwords that are tried first, in lower case, some without what people hang on (`123`, `!`):
 * what the many lists of leaked passwords all begin with.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `000000001 01234567 0123456789 1029384756 11111112 1122334455 112233445566 12121212 123123123
  1234512345 1234554321 12344321 123454321 1234567891 12345678910 123456abc 123456789a 1234qwer
  12341234 123321123 123qweasd 147258369 159357456 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 789456123
  87654321 88888888 987654321 99999999 a1b2c3d4 aa123456 aaaaaaaa abc12345 abcd1234 abcdefgh access
  admin administrator admin1234 asdasdasd asdf1234 asdfasdf asdfghjk asdfghjkl azertyui azertyuiop
  baseball basketball batman blink182 butterfly changeme charlie chocolate computer corvette
  default dragon einstein football freedom garfield guest hello hello123 helloworld iloveyou
  internet jennifer jessica jordan23 letmein letmeinnow liverpool loveme lovely master maverick
  mercedes michael michelle midnight monkey mustang mypassword nothing nicole ninja p@$$w0rd
  p@ssw0rd p@ssword pa$$w0rd pa$$word pass pass1234 passw0rd password passwort parley parleychat
  princess qazwsxedc qwaszx qwer1234 qwert qwerty qwertyui qwertyuiop qwertz qwertzuiop q1w2e3r4
  q1w2e3r4t5 rainbow root samantha samsung secret shadow slipknot startrek starwars steelers
  sunshine superman superstar test test1234 testtest tester testing trustno1 unknown user victoria
  welcome whatever william zaq12wsx zxcvbnm zxcvbnm123 пароль йцукенгш qwerty123456`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
