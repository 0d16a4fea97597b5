import { type ThemeConfig, theme } from 'antd';
import { type ColourMode, fontFamily, fontSizes, palettes, radius, touchTarget } from './tokens.ts';

/** `touch`: fingers, 16 px body and targets of 44 px; `mouse`: 14 px body, denser controls. */
export type Density = 'touch' | 'mouse';

/** Ant Design's theme for a mode and a density, from the tokens alone. */
export function antdTheme(mode: ColourMode, density: Density): ThemeConfig {
  const palette = palettes[mode];
  const touch = density === 'touch';
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      // Ant Design would make a link lighter under the pointer, below 4.5 : 1.
      colorLinkHover: palette.primary,
      colorLinkActive: palette.primary,
      colorSuccess: palette.confirmed.mark,
      colorWarning: palette.waiting.mark,
      colorError: palette.overdue.mark,
      colorTextBase: palette.ink,
      colorBgBase: palette.surface,
      colorBgLayout: palette.paper,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorText: palette.ink,
      colorTextSecondary: palette.inkMuted,
      colorTextDescription: palette.inkMuted,
      colorTextTertiary: palette.inkMuted,
      colorTextPlaceholder: palette.inkMuted,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      fontFamily,
      fontSize: touch ? fontSizes.phone : fontSizes.desktop,
      fontSizeSM: fontSizes.small,
      fontSizeLG: fontSizes.phone,
      fontSizeHeading1: fontSizes.figure,
      fontSizeHeading2: fontSizes.title,
      fontSizeHeading3: fontSizes.phone,
      fontSizeHeading4: fontSizes.phone,
      fontSizeHeading5: fontSizes.desktop,
      fontWeightStrong: 600,
      lineHeight: 1.6,
      borderRadius: radius,
      borderRadiusLG: radius,
      borderRadiusSM: 4,
      controlHeight: touch ? touchTarget : 34,
      controlHeightSM: touch ? touchTarget : 28,
      controlHeightLG: touch ? 48 : 40,
      boxShadow: '0 1px 2px rgb(0 0 0 / 0.12)',
      boxShadowSecondary: '0 1px 2px rgb(0 0 0 / 0.16)',
      boxShadowTertiary: 'none',
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      motionEaseInOut: 'ease-out',
      motionEaseOut: 'ease-out',
    },
    components: {
      Button: {
        primaryColor: palette.onPrimary,
        colorPrimary: palette.primary,
        colorPrimaryHover: palette.primaryHover,
        colorPrimaryActive: palette.primaryHover,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Layout: { headerBg: palette.surface, bodyBg: palette.paper, siderBg: palette.surface },
      Menu: { itemSelectedBg: palette.primarySoft, itemSelectedColor: palette.primary },
      Tooltip: { colorTextLightSolid: palette.surface, colorBgSpotlight: palette.ink },
    },
  };
}
