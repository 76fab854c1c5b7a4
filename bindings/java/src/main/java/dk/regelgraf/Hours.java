package dk.regelgraf;

import java.util.List;

/** Hours, or a difference of hours. */
public record Hours(double low, double likely, double high) {
  static Hours of(List<?> three) {
    return new Hours(number(three.get(0)), number(three.get(1)), number(three.get(2)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
