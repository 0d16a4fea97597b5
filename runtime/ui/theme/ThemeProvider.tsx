import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from './antd-theme.ts';
import './theme.css';
import { useColourMode, useReducedMotion, useTouchDensity } from './theme-preference.ts';
import { cssVariables } from './tokens.ts';

/**
 * Ant Design's tokens, words and the CSS custom properties, for everything inside. Stands once, at the root,
 * inside the i18n provider. Gives `App.useApp()` (message, modal) to all pages.
 */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const mode = useColourMode();
  const touch = useTouchDensity();
  const still = useReducedMotion();
  const { i18n } = useTranslation();
  const chinese = i18n.language.startsWith('zh');

  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(mode))) root.style.setProperty(name, value);
    root.dataset.theme = mode;
    // Bootstrap, which Form.io's templates are written in, has its own dark mode.
    root.dataset.bsTheme = mode;
    root.style.colorScheme = mode;
  }, [mode]);

  useLayoutEffect(() => {
    document.documentElement.lang = i18n.language;
    dayjs.locale(chinese ? 'zh-cn' : 'en');
  }, [i18n.language, chinese]);

  const theme = useMemo(() => {
    const config = antdTheme(mode, touch ? 'touch' : 'mouse');
    return still ? { ...config, token: { ...config.token, motion: false } } : config;
  }, [mode, touch, still]);

  return (
    <ConfigProvider
      theme={theme}
      locale={chinese ? zhCN : enUS}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App style={{ minHeight: '100%' }}>{children}</App>
    </ConfigProvider>
  );
}
