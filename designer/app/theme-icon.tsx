import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import type { ColourMode } from '@oneplan/runtime/ui/theme/tokens.ts';

export function ThemeIcon({ mode }: { readonly mode: ColourMode }) {
  return mode === 'dark' ? <MoonOutlined /> : <SunOutlined />;
}
