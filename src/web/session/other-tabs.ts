// Tabs of one browser share one session: being active in one keeps all awake, and leaving in one wipes all.
type Message = 'active' | 'began' | 'ended' | 'ended-idle';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('mingcha.session');

export const otherTabs = {
  tell(message: Message): void {
    channel?.postMessage(message);
  },
  listen(hear: (message: Message) => void): () => void {
    // Same origin, but still input: anything else than our words means nothing to the listeners.
    const listener = (event: MessageEvent<Message>) => hear(event.data);
    channel?.addEventListener('message', listener);
    return () => channel?.removeEventListener('message', listener);
  },
};
