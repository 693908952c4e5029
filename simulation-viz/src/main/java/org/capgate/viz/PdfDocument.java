package org.capgate.viz;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.jfree.chart.JFreeChart;

/**
 * A chart as a PDF of one page in its printed size, all of it curves: letters are drawn as shapes,
 * so that no font has to be embedded and every reader shows the same. Title, description and
 * provenance are in the properties of the document. No date and a fixed id: the same bytes each
 * time.
 */
final class PdfDocument {
  private static final float POINTS_PER_PIXEL = (float) (1 / FigureTheme.PIXELS_PER_POINT);

  private PdfDocument() {}

  static byte[] encode(
      JFreeChart chart,
      int widthPixels,
      int heightPixels,
      String title,
      String description,
      Map<String, String> provenance) {
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(
              new PDRectangle(widthPixels * POINTS_PER_PIXEL, heightPixels * POINTS_PER_PIXEL));
      document.addPage(page);
      PDFormXObject drawing = draw(chart, document, widthPixels, heightPixels);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
        content.drawForm(drawing);
      }
      document.setDocumentInformation(information(title, description, provenance));
      PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
      preferences.setDisplayDocTitle(true);
      document.getDocumentCatalog().setViewerPreferences(preferences);
      document.getDocumentCatalog().setLanguage("en");
      document.setDocumentId(0L); // else made from the clock
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new FigureException("figure '" + title + "' cannot be written as PDF", e);
    }
  }

  private static PDFormXObject draw(
      JFreeChart chart, PDDocument document, int widthPixels, int heightPixels) throws IOException {
    PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, widthPixels, heightPixels);
    chart.draw(g2, new Rectangle2D.Double(0, 0, widthPixels, heightPixels));
    g2.dispose();
    return g2.getXFormObject();
  }

  private static PDDocumentInformation information(
      String title, String description, Map<String, String> provenance) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(description);
    provenance.forEach(
        (key, value) -> information.getCOSObject().setString(COSName.getPDFName(key), value));
    return information;
  }
}
