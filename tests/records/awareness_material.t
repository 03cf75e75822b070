# The library of material: where it comes from, and whether it is still right.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create awareness_material "Lock your screen" kind=poster   source is empty
rai   ! create awareness_material "Lock your screen" kind=poster source=repository received_on=2026-03-03   received_on lies in the future
rai   create awareness_material "Lock your screen / Verrouillez votre écran" kind=poster source=repository received_on=2026-03-02 review_due_on=2027-03-01
kim   see state=current
kim   ! retire reason="old"                                   none of your roles allows this
rai   retire reason="shows the old badge"
rai   see state=retired
rai   use_again review_due_on=2028-03-01
rai   see state=current review_due_on=2028-03-01
