package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Long numbers in pages: a change copies the pages it touches and shares all others. */
final class LongPages {

    private static final int BITS = 14;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;

    private static final long[] NONE = {};

    private final long[][] pages;

    private LongPages(long[][] pages) {
        this.pages = pages;
    }

    static Edit empty() {
        return new Edit(new long[0][]);
    }

    long get(int index) {
        return pages[index >>> BITS][index & MASK];
    }

    Edit edit() {
        return new Edit(pages.clone());
    }

    /** Pages in the making. */
    static final class Edit {

        private long[][] pages;
        private final BitSet own = new BitSet();

        private Edit(long[][] pages) {
            this.pages = pages;
        }

        long get(int index) {
            return pages[index >>> BITS][index & MASK];
        }

        /** Sets a number; there may be new ones beyond the last. */
        void set(int index, long number) {
            int page = index >>> BITS;
            int inPage = index & MASK;
            if (page >= pages.length) {
                int before = pages.length;
                pages = Arrays.copyOf(pages, page + 1);
                Arrays.fill(pages, before, pages.length, NONE);
            }
            if (inPage >= pages[page].length) {
                int room = Math.min(SIZE, Math.max(inPage + 1, inPage + (inPage >> 1)));
                pages[page] = Arrays.copyOf(pages[page], room);
                own.set(page);
            } else if (!own.get(page)) {
                pages[page] = pages[page].clone();
                own.set(page);
            }
            pages[page][inPage] = number;
        }

        /** The pages as they are now; the edit can go on. */
        LongPages done() {
            own.clear();
            return new LongPages(pages.clone());
        }
    }
}
