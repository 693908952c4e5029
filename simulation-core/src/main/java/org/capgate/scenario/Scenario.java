package org.capgate.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capgate.dynamics.OdeSystem;
import org.capgate.exposure.Exposure;
import org.capgate.exposure.Pharmacokinetics;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.steady.SteadyState;
import org.capgate.treatment.Administration;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/**
 * An experiment as immutable data: who, in which state, with which genes, given what.
 *
 * <pre>{@code
 * Scenario knockout = Scenario.mouse()
 *     .genotype(Genotype.knockout(EBP2).in(INHIBITORY))
 *     .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
 *     .build();
 * }</pre>
 *
 * @param species whose kinetics are used
 * @param preparation in vivo or slice
 * @param stress chronic stress, lasting since long before the run
 * @param genotype lifelong factors on protein totals
 * @param treatment what is given, times relative to t = 0
 * @param parameters every number of the equations and of the compounds
 * @param mechanisms the chosen statements where the evidence conflicts
 * @param compounds what a treatment may name
 */
public record Scenario(
    Species species,
    Preparation preparation,
    Stress stress,
    Genotype genotype,
    Regimen treatment,
    ParameterSet parameters,
    Mechanisms mechanisms,
    CompoundCatalogue compounds) {

  public Scenario {
    parameters = parameters.knowing(compounds);
  }

  /** An untreated, unstressed, wild-type mouse, to be changed. */
  public static Builder mouse() {
    return of(Species.MOUSE);
  }

  /** An untreated, unstressed, wild-type rat, to be changed. */
  public static Builder rat() {
    return of(Species.RAT);
  }

  /** An untreated, unstressed human, to be changed. */
  public static Builder human() {
    return of(Species.HUMAN);
  }

  /** An untreated, unstressed, wild-type subject, to be changed. */
  public static Builder of(Species species) {
    return new Builder(species);
  }

  /** The same with nothing given. */
  public Scenario untreated() {
    return toBuilder().treatment(Regimen.none()).build();
  }

  /** The same with wild-type genes. */
  public Scenario wildType() {
    return toBuilder().genotype(Genotype.wildType()).build();
  }

  /** The same without stress. */
  public Scenario unstressed() {
    return toBuilder().stress(Stress.NONE).build();
  }

  /** A builder that starts from this scenario. */
  public Builder toBuilder() {
    return new Builder(species)
        .preparation(preparation)
        .stress(stress)
        .genotype(genotype)
        .treatment(treatment)
        .parameters(parameters)
        .mechanisms(mechanisms)
        .compounds(compounds);
  }

  /**
   * The animal, settled and untreated at the start, ready to be solved.
   *
   * @param seed recorded in the result, so that runs of a study carry its seed like those of
   *     networks, which draw from theirs; the mean animal draws no random number, and any seed
   *     gives the same run
   * @throws org.capgate.input.InputException when the treatment cannot be given to this subject
   */
  public OdeSystem instantiate(long seed) {
    Laboratory laboratory = laboratory();
    return laboratory
        .model()
        .animal(
            laboratory.parameters(genotype, stress.level()),
            settled().state(),
            exposure(),
            provenance(seed));
  }

  /**
   * The same animal as the full stiff system, in which firing rates relax with their membrane
   * times.
   *
   * @param seed as in {@link #instantiate}
   */
  public OdeSystem instantiateWithExplicitRates(long seed) {
    Laboratory laboratory = laboratory();
    return laboratory
        .model()
        .animalWithExplicitRates(
            laboratory.parameters(genotype, stress.level()),
            settled().state(),
            exposure(),
            provenance(seed));
  }

  /**
   * The same animal as ordinary differential equations, without algebraic variables, see {@link
   * org.capgate.model.MoodModel#animalAsOrdinary}.
   *
   * @param seed as in {@link #instantiate}
   */
  public OdeSystem instantiateOrdinary(long seed) {
    Laboratory laboratory = laboratory();
    return laboratory
        .model()
        .animalAsOrdinary(
            laboratory.parameters(genotype, stress.level()),
            settled().state(),
            exposure(),
            provenance(seed));
  }

  /** What the treatment does over time in this subject. */
  public Exposure exposure() {
    return Exposure.of(treatment, species, preparation, laboratory().compounds());
  }

  /**
   * What the body of this subject does to the compounds it is given, see {@link Pharmacokinetics}.
   *
   * @param untilHours end of the first area and of the search for the maximum (h after t = 0)
   */
  public List<Pharmacokinetics> pharmacokinetics(double untilHours) {
    return Pharmacokinetics.of(
        treatment, species, preparation, Laboratory.inForce(parameters, compounds), untilHours);
  }

  /** The settled untreated state of this genotype under this stress. */
  public SteadyState settled() {
    return laboratory().settled(genotype, stress.level());
  }

  /** Value of a readout in the settled untreated state. */
  public double baseline(Readout readout) {
    return settled().valueOf(readout.quantity());
  }

  /** The reference state and settled states this scenario starts from. */
  public Laboratory laboratory() {
    return Laboratory.of(parameters, mechanisms, compounds);
  }

  /**
   * Sixteen hexadecimal digits that are equal for equal experiments, with equal numbers behind
   * every name.
   */
  public String hash() {
    return hash(digestOfNumbers(parameters, compounds));
  }

  private String hash(String numbers) {
    return digest(
        Stream.of(
            species.word(),
            preparation.word(),
            stress.word(),
            genotype.text(),
            treatment.text(),
            mechanisms.text(),
            numbers));
  }

  /** Equal for equal numbers behind every name. */
  static String digestOfNumbers(ParameterSet parameters, CompoundCatalogue compounds) {
    return digest(
        Stream.concat(
            parameters.parameters().stream()
                .map(parameter -> parameter.name() + ' ' + bits(parameter.value())),
            compounds.numbers().stream()
                .map(number -> number.path() + ' ' + bits(parameters.statedValue(number)))));
  }

  /** Sixteen hexadecimal digits of lines. */
  private static String digest(Stream<String> lines) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  lines
                      .map(line -> line + '\n')
                      .collect(Collectors.joining())
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The experiment in words: {@code mouse, in-vivo, stress none, wild-type, none}. */
  @Override
  public String toString() {
    ParameterSet usual = parameters.unchanged();
    long changed =
        parameters.numbers().filter(number -> number.value() != usual.value(number.name())).count();
    return "%s, %s, stress %s, %s, %s%s%s"
        .formatted(
            species.word(),
            preparation.word(),
            stress.word(),
            genotype.text(),
            treatment.text(),
            changed == 0 ? "" : ", numbers changed: " + changed,
            mechanisms.equals(Mechanisms.standard()) ? "" : ", " + mechanisms.text());
  }

  /** All digits of a number; its decimal text may differ between JDKs. */
  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }

  private Map<String, String> provenance(long seed) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("scenario", hash(laboratory().digestOfNumbers()));
    provenance.put("species", species.word());
    provenance.put("preparation", preparation.word());
    provenance.put("stress", stress.word());
    provenance.put("genotype", genotype.text());
    provenance.put("treatment", treatment.text());
    provenance.put("mechanisms", mechanisms.text());
    provenance.put("seed", Long.toString(seed));
    return provenance;
  }

  /** Changes a scenario before it is made; every part has a default. */
  public static final class Builder {
    private final Species species;
    private Preparation preparation = Preparation.IN_VIVO;
    private Stress stress = Stress.NONE;
    private Genotype genotype = Genotype.wildType();
    private Regimen treatment = Regimen.none();
    private ParameterSet parameters = ParameterSet.standard();
    private Mechanisms mechanisms = Mechanisms.standard();
    private CompoundCatalogue compounds = CompoundCatalogue.standard();

    private Builder(Species species) {
      this.species = Objects.requireNonNull(species, "species");
    }

    /** In vivo (the default) or slice. */
    public Builder preparation(Preparation where) {
      preparation = where;
      return this;
    }

    /** Chronic stress; none by default. */
    public Builder stress(Stress lasting) {
      stress = lasting;
      return this;
    }

    /** Lifelong factors on protein totals; wild type by default. */
    public Builder genotype(Genotype lifelong) {
      genotype = lifelong;
      return this;
    }

    /** What is given; nothing by default. */
    public Builder treatment(Regimen regimen) {
      treatment = regimen;
      return this;
    }

    /** What is given, dose by dose. */
    public Builder treatment(Administration... administrations) {
      return treatment(Regimen.of(administrations));
    }

    /** Every number of the equations and of the compounds; the shipped set by default. */
    public Builder parameters(ParameterSet set) {
      parameters = set;
      return this;
    }

    /** The statements chosen where the evidence conflicts. */
    public Builder mechanisms(Mechanisms chosen) {
      mechanisms = chosen;
      return this;
    }

    /**
     * What a treatment may name; the shipped compounds by default. The fitted numbers of the
     * parameter set apply to compounds of the same name; see {@link ParameterSet#withoutCompound}.
     */
    public Builder compounds(CompoundCatalogue catalogue) {
      compounds = catalogue;
      return this;
    }

    /** The scenario. */
    public Scenario build() {
      return new Scenario(
          species, preparation, stress, genotype, treatment, parameters, mechanisms, compounds);
    }
  }
}
