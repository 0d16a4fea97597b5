import type { Topic } from './topic.ts';
import { archiveAppend } from './topics/archive-append.ts';
import { noticeClose } from './topics/notice-close.ts';
import { noticeOpen } from './topics/notice-open.ts';
import { notify } from './topics/notify.ts';

/** One line a topic that a BPMN may name. */
export const topics: readonly Topic[] = [noticeOpen, noticeClose, archiveAppend, notify];
