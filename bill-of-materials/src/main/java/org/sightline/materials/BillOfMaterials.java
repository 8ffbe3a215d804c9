package org.sightline.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.util.BomUtils;

/**
 * Lists every jar of an assembly, and what is inside those that hold others, as CycloneDX 1.6. Looks at what is shipped
 * and not at what was asked for; the same assembly gives the same list.
 */
public final class BillOfMaterials {

    private final Coordinates product;
    private final Path assembly;

    private BillOfMaterials(Coordinates product, Path assembly) {
        this.product = product;
        this.assembly = assembly;
    }

    /**
     * Writes the list.
     *
     * @param arguments the product as {@code group:artifact:version}, the assembly's folder, and the file to write
     * @throws IOException when a jar cannot be read or the list not be written
     */
    public static void main(String[] arguments) throws IOException, GeneratorException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("give the product, the assembly's folder and the file to write");
        }
        Bom bom = new BillOfMaterials(Coordinates.of(arguments[0]), Path.of(arguments[1])).bom();
        Files.writeString(
                Path.of(arguments[2]),
                BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString());
    }

    /** Returns the list of an assembly. */
    static Bom of(Coordinates product, Path assembly) throws IOException {
        return new BillOfMaterials(product, assembly).bom();
    }

    private Bom bom() throws IOException {
        SortedMap<Coordinates, Component> components = new TreeMap<>();
        for (ShippedJar jar : jars()) {
            components.putIfAbsent(jar.coordinates(), component(jar));
            for (Coordinates inside : jar.embedded()) {
                components.putIfAbsent(inside, component(inside, Component.Type.LIBRARY));
            }
        }
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        metadata.setComponent(component(product, Component.Type.APPLICATION));
        bom.setMetadata(metadata);
        bom.setComponents(new ArrayList<>(components.values()));
        return bom;
    }

    private List<ShippedJar> jars() throws IOException {
        List<ShippedJar> jars = new ArrayList<>();
        try (Stream<Path> files = Files.walk(assembly)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(ShippedJar.read(assembly.resolve("system"), file));
                }
            }
        }
        return jars;
    }

    private static Component component(ShippedJar jar) throws IOException {
        Component component = component(jar.coordinates(), Component.Type.LIBRARY);
        List<Hash> hashes = BomUtils.calculateHashes(jar.file().toFile(), Version.VERSION_16);
        component.setHashes(hashes.stream()
                .filter(hash -> Hash.Algorithm.SHA_256.getSpec().equals(hash.getAlgorithm()))
                .toList());
        if (jar.licence() != null) {
            License licence = new License();
            licence.setName(jar.licence());
            LicenseChoice choice = new LicenseChoice();
            choice.addLicense(licence);
            component.setLicenses(choice);
        }
        return component;
    }

    private static Component component(Coordinates coordinates, Component.Type type) {
        Component component = new Component();
        component.setType(type);
        if (!coordinates.group().isEmpty()) {
            component.setGroup(coordinates.group());
        }
        component.setName(coordinates.name());
        component.setVersion(coordinates.version());
        component.setPurl(coordinates.packageUrl());
        component.setBomRef(coordinates.packageUrl());
        return component;
    }
}
