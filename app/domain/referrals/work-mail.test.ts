import {expect, it} from 'vitest';
import {isPrivateMail} from './work-mail.ts';

it('knows addresses that anybody can have from those of an organisation', () => {
  expect(['jo@gmail.com', 'Jo@Hotmail.co.uk', 'jo@proton.me', 'jo@btinternet.com'].every(isPrivateMail)).toBe(true);
  expect(
    ['okoro@nhs.net', 'okoro@gmail.com.surgery.example', 'jo@mail.example', 'jo@outlook.nhs.uk', ''].some(
      isPrivateMail,
    ),
  ).toBe(false);
});
