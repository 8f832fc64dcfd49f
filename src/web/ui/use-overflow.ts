// Whether something is wider than its frame. Only then does a frame scroll: a frame that needn't leaves its table's heading row
// free to stay at the top of the page.
import { useEffect, useRef, useState, type RefObject } from 'react';

export function useOverflow<T extends HTMLElement>(): [frame: RefObject<T | null>, overflows: boolean] {
  const frame = useRef<T>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return [frame, overflows];
}
