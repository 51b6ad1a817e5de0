import {useEffect, useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';

/** Said where something was let be because there is no network. What does so comes a moment after the page: it is not needed to begin with. */
export function OfflineNotice() {
  const {offline} = useText().shell;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const keeping = import('./keep-offline.ts').then(({keepOffline}) => keepOffline(setShown));
    return () => void keeping.then((stop) => stop());
  }, []);
  return (
    <div role="status" className={isShown ? 'list-notice' : 'nhsuk-u-visually-hidden'}>
      {isShown && offline}
    </div>
  );
}
