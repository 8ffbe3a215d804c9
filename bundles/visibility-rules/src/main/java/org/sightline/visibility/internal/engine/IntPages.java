package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers in pages: a change copies the pages it touches and shares all others. */
final class IntPages {

    private static final int BITS = 14;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;

    private final int[][] pages;

    private IntPages(int[][] pages) {
        this.pages = pages;
    }

    static Edit empty() {
        return new Edit(new int[0][]);
    }

    /** Takes the numbers over. */
    static IntPages of(int[] numbers) {
        int[][] pages = new int[(numbers.length + SIZE - 1) >>> BITS][];
        for (int page = 0; page < pages.length; page++) {
            int from = page << BITS;
            pages[page] = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + SIZE));
        }
        return new IntPages(pages);
    }

    int get(int index) {
        return pages[index >>> BITS][index & MASK];
    }

    Edit edit() {
        return new Edit(pages.clone());
    }

    /** Pages in the making. */
    static final class Edit {

        private int[][] pages;
        private final BitSet own = new BitSet();

        private Edit(int[][] pages) {
            this.pages = pages;
        }

        int get(int index) {
            return pages[index >>> BITS][index & MASK];
        }

        /** Sets a number; there may be new ones beyond the last. */
        void set(int index, int number) {
            int page = index >>> BITS;
            int inPage = index & MASK;
            if (page >= pages.length) {
                int before = pages.length;
                pages = Arrays.copyOf(pages, page + 1);
                Arrays.fill(pages, before, pages.length, Bits.NO_NUMBERS);
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
        IntPages done() {
            own.clear();
            return new IntPages(pages.clone());
        }
    }
}
