import { DownOutlined, LogoutOutlined, SwapOutlined, TranslationOutlined } from '@ant-design/icons';
import { signOut } from '@oneplan/runtime/contracts/api/session.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { languages } from '@oneplan/runtime/ui/i18n/resource.ts';
import { chooseTheme, useColourMode } from '@oneplan/runtime/ui/theme/theme-preference.ts';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/me-context.ts';
import { personPlace } from '../session/person-place.ts';
import { ThemeIcon } from './theme-icon.tsx';

/** Who is here, and what they may switch: language, light and dark, to the portal, out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation('designer');
  const { t: ui } = useTranslation('ui');
  const me = useMe();
  const api = useApi();
  const mode = useColourMode();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const other = languages.find((language) => language !== i18n.language) ?? languages[0];
  const otherMode = mode === 'dark' ? 'light' : 'dark';

  const leave = async () => {
    try {
      await api.call(signOut, {});
      location.assign('/designer/');
    } catch (error) {
      void message.error(textOf(error));
    }
  };

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'portal', icon: <SwapOutlined />, label: t('shell.portal') },
          { key: 'language', icon: <TranslationOutlined />, label: ui(`language.${other}`) },
          { key: 'theme', icon: <ThemeIcon mode={otherMode} />, label: ui(`theme.${otherMode}`) },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: t('shell.signOut') },
        ],
        onClick: ({ key }) => {
          if (key === 'portal') location.assign('/');
          if (key === 'language') void i18n.changeLanguage(other);
          if (key === 'theme') chooseTheme(otherMode);
          if (key === 'out') void leave();
        },
      }}
    >
      <Button type="text" className="de-account">
        <span className="op-visually-hidden">{t('shell.account')}</span>
        <span className="de-account-place">{personPlace(me, (role) => t(`session.role.${role}`))}</span>
        <strong>{me.user.name}</strong>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
