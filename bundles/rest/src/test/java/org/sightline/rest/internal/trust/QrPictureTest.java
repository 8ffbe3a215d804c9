package org.sightline.rest.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

    private static final String LINK = "https://sightline.example/i#0123456789abcdefGHIJKLMNOPQRSTUV-_";
    private static final Pattern RECTANGLE =
            Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"/>");
    private static final Pattern EDGE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final int PIXELS_A_MODULE = 6;

    @ParameterizedTest
    @ValueSource(ints = {QrPicture.LEAST_SIZE, QrPicture.DEFAULT_SIZE, QrPicture.MOST_SIZE})
    void thePngDecodesToTheLink(int size) throws IOException, NotFoundException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new QrPicture(LINK, size).png()));

        assertThat(image.getWidth()).isEqualTo(image.getHeight()).isGreaterThanOrEqualTo(size);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(decoded(pixels, image.getWidth())).isEqualTo(LINK);
    }

    @Test
    void theSvgDecodesToTheLink() throws NotFoundException {
        String svg = new String(new QrPicture(LINK, 512).svg(), StandardCharsets.UTF_8);

        assertThat(svg).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\"");
        assertThat(svg).doesNotContain("script", LINK);
        Matcher edge = EDGE.matcher(svg);
        assertThat(edge.find()).isTrue();
        int width = Integer.parseInt(edge.group(1)) * PIXELS_A_MODULE;
        assertThat(decoded(raster(svg, width), width)).isEqualTo(LINK);
    }

    private static int[] raster(String svg, int width) {
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher rectangles = RECTANGLE.matcher(svg);
        while (rectangles.find()) {
            int x = Integer.parseInt(rectangles.group(1)) * PIXELS_A_MODULE;
            int y = Integer.parseInt(rectangles.group(2)) * PIXELS_A_MODULE;
            int wide = Integer.parseInt(rectangles.group(3)) * PIXELS_A_MODULE;
            int high = Integer.parseInt(rectangles.group(4)) * PIXELS_A_MODULE;
            for (int row = y; row < y + high; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + wide, 0);
            }
        }
        return pixels;
    }

    private static String decoded(int[] pixels, int width) throws NotFoundException {
        RGBLuminanceSource source = new RGBLuminanceSource(width, pixels.length / width, pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
