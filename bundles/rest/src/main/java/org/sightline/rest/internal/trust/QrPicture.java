package org.sightline.rest.internal.trust;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code, square, with the quiet zone that readers need. */
final class QrPicture {

    /** Edge when nobody says how long. */
    static final int DEFAULT_SIZE = 300;

    static final int LEAST_SIZE = 64;
    static final int MOST_SIZE = 2048;

    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name(), EncodeHintType.MARGIN, 4);
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private final String text;
    private final int size;

    /**
     * Draws a text.
     *
     * @param size edge in pixels
     */
    QrPicture(String text, int size) {
        this.text = text;
        this.size = size;
    }

    /** Returns the picture as PNG. */
    byte[] png() {
        BitMatrix matrix = matrix(size);
        BufferedImage image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                image.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            // No file in between: the picture holds a secret.
            if (!ImageIO.write(image, "png", new javax.imageio.stream.MemoryCacheImageOutputStream(content))) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }

    /** Returns the picture as SVG: one rectangle for each run of dark modules. */
    byte[] svg() {
        BitMatrix matrix = matrix(0);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(size)
                .append("\" height=\"")
                .append(size)
                .append("\" viewBox=\"0 0 ")
                .append(matrix.getWidth())
                .append(' ')
                .append(matrix.getHeight())
                .append("\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        for (int y = 0; y < matrix.getHeight(); y++) {
            addRow(svg, matrix, y);
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void addRow(StringBuilder svg, BitMatrix matrix, int y) {
        int x = 0;
        while (x < matrix.getWidth()) {
            int end = x;
            while (end < matrix.getWidth() && matrix.get(end, y)) {
                end++;
            }
            if (end > x) {
                svg.append("<rect x=\"")
                        .append(x)
                        .append("\" y=\"")
                        .append(y)
                        .append("\" width=\"")
                        .append(end - x)
                        .append("\" height=\"1\"/>");
            }
            x = end + 1;
        }
    }

    private BitMatrix matrix(int edge) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, edge, edge, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("a link is short enough for a QR code", e);
        }
    }
}
