import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MoreButtonProps {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The next page of a list, on demand. */
export function MoreButton({ hasNextPage, isFetchingNextPage, fetchNextPage }: MoreButtonProps) {
  const { t } = useTranslation('portal');
  return hasNextPage ? (
    <Button className="po-gap-top" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t(isFetchingNextPage ? 'shell.loadingMore' : 'shell.more')}
    </Button>
  ) : null;
}
